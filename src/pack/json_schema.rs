//! The format of packs as JSON Schema (draft 2020-12).

use super::format::PACK;
use super::shape::{Beside, Field, Kind, Shape};
use super::{MOST_CHARS, MOST_PASSAGE, MOST_PATTERN};
use serde_json::{Map, Value, json};

/// The schema of a pack.
pub(super) fn schema() -> Value {
    let mut schema = record(PACK);
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("hanfacts rule pack, version 1");
    schema
}

fn record(fields: &[Field]) -> Value {
    let mut properties = Map::new();
    let (mut with, mut either, mut any) = (Map::new(), Vec::new(), Vec::new());
    for field in fields {
        let mut property = shape(field.shape);
        property["description"] = json!(field.about);
        properties.insert(field.key.to_owned(), property);
        match field.beside {
            Beside::Free => {}
            Beside::With(other) => drop(with.insert(field.key.to_owned(), json!([other]))),
            Beside::Or(_) => either.push(json!({ "required": [field.key] })),
            Beside::Any(_) => any.push(json!({ "required": [field.key] })),
        }
    }
    let needed: Vec<&str> = fields.iter().filter(|field| field.needed).map(|field| field.key).collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !needed.is_empty() {
        schema["required"] = json!(needed);
    }
    if !with.is_empty() {
        schema["dependentRequired"] = Value::Object(with);
    }
    if !either.is_empty() {
        schema["oneOf"] = json!(either);
    }
    if !any.is_empty() {
        schema["anyOf"] = json!(any);
    }
    schema
}

fn shape(shape: Shape) -> Value {
    let numbers = |least: i64, most: i64| json!({ "type": "integer", "minimum": least, "maximum": most });
    match shape {
        Shape::Text(kind) => text(kind),
        Shape::Texts(kind) => json!({ "type": "array", "items": text(kind), "minItems": 1 }),
        Shape::Row(kind, length) => json!({ "type": "array", "items": text(kind), "minItems": length, "maxItems": length }),
        Shape::Stretches => json!({ "type": "array", "items": self::shape(Shape::Row(Kind::Date, 2)) }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole(least, most) => numbers(least, most),
        Shape::Pair(least, most) | Shape::FromTo(least, most) => {
            json!({ "type": "array", "items": numbers(least, most), "minItems": 2, "maxItems": 2 })
        }
        Shape::MonthDay => self::shape(Shape::Pair(1, 31)),
        Shape::Record(fields) => record(fields),
        Shape::Records(fields) => json!({ "type": "array", "items": record(fields) }),
        Shape::Map(kind) => json!({ "type": "object", "additionalProperties": text(kind) }),
        Shape::Powers(least, most) => json!({ "type": "object", "additionalProperties": numbers(least, most) }),
        Shape::Parts => json!({ "type": "object", "additionalProperties": self::shape(Shape::Texts(Kind::Surface)) }),
    }
}

fn text(kind: Kind) -> Value {
    const NUMBER: &str = "[0-9]*[.]?[0-9]+";
    match kind {
        Kind::Surface => json!({ "type": "string", "minLength": 1, "maxLength": MOST_CHARS, "pattern": "^[^\\n\\r]*[^\\s][^\\n\\r]*$" }),
        Kind::Slot => json!({ "type": "string", "maxLength": MOST_CHARS, "pattern": "^[^\\n\\r]*$" }),
        Kind::Passage => json!({ "type": "string", "minLength": 1, "maxLength": MOST_PASSAGE, "pattern": "[^\\s]" }),
        Kind::Name => json!({ "type": "string", "maxLength": MOST_CHARS, "pattern": "^[A-Za-z0-9._-]+$" }),
        Kind::Code => json!({ "type": "string", "maxLength": MOST_CHARS, "pattern": "^[!-~]+$" }),
        Kind::Decimal => json!({ "type": "string", "pattern": format!("^[+-]?{NUMBER}$") }),
        Kind::Ratio => {
            json!({ "type": "string", "pattern": format!("^{NUMBER}(/{NUMBER})?$"), "not": { "pattern": "^[0.]+(/|$)|/[0.]+$" } })
        }
        Kind::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Kind::Pattern => json!({ "type": "string", "maxLength": MOST_PATTERN, "pattern": "[(][?]P?<quantity>" }),
        Kind::One(list) => json!({ "enum": list }),
    }
}
