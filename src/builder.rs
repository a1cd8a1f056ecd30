//! Setting up an extractor: its packs and its date.

use crate::error::{Error, Problem};
use crate::extractor::Extractor;
use crate::pack::{self, Data, MOST_BYTES, MOST_PACKS, Pack};
use crate::trial::{self, Check};
use std::path::PathBuf;

/// Sets up an [`Extractor`].
///
/// Rule packs are laid over the built-in data in the order in which they are given; [the guide](crate::guide) shows what they
/// can do. The packs of an extractor are at most 32, and at most 1 MiB together.
#[derive(Debug, Default)]
pub struct ExtractorBuilder {
    reference: Option<String>,
    packs: Vec<Given>,
}

/// A rule pack as it was given.
#[derive(Debug)]
enum Given {
    Text(Pack),
    File(PathBuf),
}

impl ExtractorBuilder {
    /// The date (ISO 8601, `2024-03-31`) that relative times of documents count from which give none themselves.
    pub fn reference_date(mut self, date: impl Into<String>) -> Self {
        self.reference = Some(date.into());
        self
    }

    /// Lays a rule pack over the built-in data and the packs before: TOML text, and the name that messages give it.
    ///
    /// ```
    /// let pack = r#"
    /// version = 1
    /// [[unit]]
    /// surfaces = ["治疗量"]
    /// dimension = "count"
    /// "#;
    /// let extractor = hanfacts::Extractor::builder().rules("blood.toml", pack).build().unwrap();
    /// let document = extractor.extract("全年采集机采血小板2300治疗量。");
    /// assert_eq!(document.facts()[0].quantity.unit, "治疗量");
    /// ```
    pub fn rules(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.packs.push(Given::Text(Pack { file: name.into(), text: text.into() }));
        self
    }

    /// Lays the rule pack of a file over the built-in data and the packs before.
    pub fn rules_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.packs.push(Given::File(path.into()));
        self
    }

    /// Builds the extractor. Where packs bring rules, the rules' examples are run, which builds the word dictionary.
    ///
    /// # Errors
    /// Where the reference date is no date, a pack cannot be read, or packs are not as their format wants them; the error says what
    /// was found and what was expected, of packs every [problem](Error::problems) with its place.
    ///
    /// ```
    /// let extractor = hanfacts::Extractor::builder().reference_date("2024-03-31").build().unwrap();
    /// assert!(hanfacts::Extractor::builder().reference_date("2024-02-30").build().is_err());
    /// let error = hanfacts::Extractor::builder().rules("bad.toml", "version = 2").build().unwrap_err();
    /// assert_eq!(error.to_string(), "bad.toml:1:11: version: found 2, expected 1");
    /// ```
    pub fn build(self) -> Result<Extractor, Error> {
        self.built().map(|(extractor, _)| extractor)
    }

    /// Builds the extractor, and has it read the examples of its packs.
    ///
    /// # Errors
    /// Those of [`ExtractorBuilder::build`]. Examples that fail are no error, but what is reported.
    ///
    /// ```
    /// let pack = r#"
    /// version = 1
    /// [[example]]
    /// text = "全年完成港口投资3.2亿元。"
    /// fact = [{ quantity = "3.2亿元", indicator = "客运量" }]
    /// "#;
    /// let check = hanfacts::Extractor::builder().rules("port.toml", pack).check().unwrap();
    /// assert!(!check.passes());
    /// assert_eq!(check.failures[0].to_string(), "port.toml:5:43: example[0].fact[0].indicator: found \"港口投资\", expected \"客运量\"");
    /// ```
    pub fn check(self) -> Result<Check, Error> {
        self.built().map(|(extractor, packs)| trial::examples(&extractor, &packs))
    }

    fn built(self) -> Result<(Extractor, Vec<Pack>), Error> {
        let packs = self.packs.into_iter().map(Given::read).collect::<Result<Vec<Pack>, Error>>()?;
        let mut extractor = if packs.is_empty() { Extractor::new() } else { with(&packs)? };
        if let Some(given) = self.reference {
            let date = given.parse().map_err(|_| Error::value("builder", "reference_date", given, "a date as 2024-03-31"))?;
            extractor = extractor.with_reference(date);
        }
        Ok((extractor, packs))
    }
}

impl Given {
    fn read(self) -> Result<Pack, Error> {
        match self {
            Self::Text(pack) => Ok(pack),
            Self::File(path) => {
                let file = path.display().to_string();
                std::fs::read_to_string(&path).map_err(|error| Error::unread(&file, error)).map(|text| Pack { file, text })
            }
        }
    }
}

/// An extractor with packs laid over the built-in data.
fn with(packs: &[Pack]) -> Result<Extractor, Error> {
    let bytes = packs.iter().map(|pack| pack.text.len()).sum::<usize>();
    for (found, most, what) in [(packs.len(), MOST_PACKS, "packs"), (bytes, MOST_BYTES, "bytes of packs")] {
        if found > most {
            return Err(Error::value("builder", "rules", format!("{found} {what}"), format!("at most {most}")));
        }
    }
    let refused = |problems: Vec<Problem>| if problems.is_empty() { Ok(()) } else { Err(Error::refused(problems)) };
    refused(packs.iter().flat_map(pack::check).collect())?;
    let mut data = Data::built_in().clone();
    refused(packs.iter().filter_map(|pack| data.lay_over(pack).err()).flatten().collect())?;
    let extractor = Extractor::with(&data)?;
    refused(trial::rules(&extractor, packs))?;
    Ok(extractor)
}
