//! The texts that are timed, written here, so that nothing outside decides the figures: statistics-dense, ordinary news with a
//! quantity every few sentences, prose without numbers, the first two mixed, and that mixture as a narrow hard-wrapped column with blanks
//! strewn in.
//!
//! Sentences are put together from parts by a counter, so that no stage meets the same sentence again and again.

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Dense,
    News,
    Prose,
    Mixed,
    Wrapped,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] = [Self::Dense, Self::News, Self::Prose, Self::Mixed, Self::Wrapped];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Dense => "dense",
            Self::News => "news",
            Self::Prose => "prose",
            Self::Mixed => "mixed",
            Self::Wrapped => "wrapped",
        }
    }
}

const PLACES: [&str; 16] = [
    "全市",
    "全省",
    "全县",
    "开发区",
    "高新区",
    "临江市",
    "东岭县",
    "云溪区",
    "我省",
    "中心城区",
    "北部新城",
    "沿江七县",
    "自贸片区",
    "各县区",
    "主城区",
    "南湖镇",
];
const MEASURED: [&str; 24] = [
    "规模以上工业增加值",
    "固定资产投资",
    "社会消费品零售总额",
    "一般公共预算收入",
    "进出口总额",
    "粮食总产量",
    "城镇居民人均可支配收入",
    "商品房销售面积",
    "货物周转量",
    "港口吞吐量",
    "用电量",
    "旅游总收入",
    "高技术制造业增加值",
    "民间投资",
    "实际使用外资",
    "各项存款余额",
    "技术合同成交额",
    "快递业务量",
    "机场旅客吞吐量",
    "新能源汽车产量",
    "水产品产量",
    "建筑业总产值",
    "软件业务收入",
    "保费收入",
];
const UNITS: [&str; 8] = ["亿元", "万吨", "万平方米", "亿美元", "万人次", "亿千瓦时", "万辆", "万件"];
const WHO: [&str; 14] = [
    "老人",
    "孩子们",
    "村里的木匠",
    "摆渡的船家",
    "卖花的姑娘",
    "放学的学生",
    "远处的羊群",
    "教书先生",
    "晨跑的邻居",
    "巷口的裁缝",
    "守林的汉子",
    "归来的渔民",
    "做豆腐的婶婶",
    "爱唱歌的少年",
];
const DOES: [&str; 16] = [
    "坐在门前的石阶上",
    "望着河对岸的山影",
    "把晒好的谷子收进仓里",
    "沿着田埂慢慢走回家",
    "在灯下修补旧渔网",
    "听见风从竹林里穿过",
    "给院子里的菊花浇水",
    "赶着牛车经过石桥",
    "把门轻轻掩上",
    "说起年轻时的故事",
    "煮着新采的茶叶",
    "在集市上挑选种子",
    "唱着谁也没听过的小调",
    "等待雨后的彩虹",
    "捆好散落的柴火",
    "给远方的亲人写信",
];
const NEWS: [&str; 14] = [
    "记者从市文化馆了解到",
    "有关负责人在会上介绍",
    "按照统一部署",
    "为方便群众办事",
    "围绕产业转型升级",
    "在乡村振兴示范带",
    "针对企业反映的难点",
    "借助数字平台",
    "据当地干部介绍",
    "走进新落成的展厅",
    "随着天气转暖",
    "聚焦民生关切",
    "入夏以来",
    "活动现场",
];
const GOES_ON: [&str; 14] = [
    "各部门加强协调联动",
    "创作者们用镜头记录村庄的变化",
    "志愿者为参观者提供讲解",
    "企业抢抓订单加紧生产",
    "农技人员深入田间指导",
    "街道优化了办事流程",
    "工程建设稳步推进",
    "市民参与热情高涨",
    "学校开设了劳动课程",
    "医护人员上门巡诊",
    "景区完善了配套设施",
    "执法人员开展联合检查",
    "一批惠民措施相继落地",
    "展览将持续到月底",
];

/// Gives parts one after the other, each list at a pace of its own.
struct Parts(usize);

impl Parts {
    fn next(&mut self) -> usize {
        // the middle bits of a linear congruential generator (Knuth, MMIX)
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn of<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list[self.next() % list.len()]
    }

    fn number(&mut self, most: usize) -> String {
        format!("{}.{}", 1 + self.next() % most, self.next() % 10)
    }
}

/// A text of at least so many bytes.
pub(crate) fn text(kind: Kind, size: usize) -> String {
    // wrapped says what mixed says
    let mut parts = Parts(kind.min(Kind::Mixed) as usize + 1);
    let mut text = String::with_capacity(size + 1024);
    while text.len() < size {
        match kind {
            Kind::Dense => dense(&mut parts, &mut text),
            Kind::News => news(&mut parts, &mut text),
            Kind::Prose => prose(&mut parts, &mut text),
            Kind::Mixed => mixed(&mut parts, &mut text),
            Kind::Wrapped => {
                let mut block = String::new();
                mixed(&mut parts, &mut block);
                wrap(&block, &mut text);
            }
        }
    }
    text
}

fn dense(parts: &mut Parts, text: &mut String) {
    let (first, second) = (parts.of(&MEASURED), parts.of(&MEASURED));
    text.push_str(&format!(
        "{}年{}实现{first}{}{}，同比增长{}%，其中{second}增长{}%，占比为{}%，比上年提高{}个百分点；完成{}{}{}，下降{}%，居全省第{}位。",
        2010 + parts.next() % 15,
        parts.of(&PLACES),
        parts.number(4000),
        parts.of(&UNITS),
        parts.number(30),
        parts.number(30),
        parts.number(90),
        parts.number(5),
        parts.of(&MEASURED),
        parts.number(900),
        parts.of(&UNITS),
        parts.number(9),
        1 + parts.next() % 12,
    ));
    if parts.next().is_multiple_of(4) {
        text.push('\n');
    }
}

fn news(parts: &mut Parts, text: &mut String) {
    for _ in 0..3 {
        text.push_str(&format!("{}，{}，{}，{}。", parts.of(&NEWS), parts.of(&GOES_ON), parts.of(&GOES_ON), parts.of(&GOES_ON)));
    }
    text.push_str(&format!("{}，{}接待参观者{}人。\n", parts.of(&NEWS), parts.of(&PLACES), 300 + parts.next() % 9000));
}

fn prose(parts: &mut Parts, text: &mut String) {
    let who = parts.of(&WHO);
    text.push_str(&format!("{who}{}，{}，{}{}。", parts.of(&DOES), parts.of(&DOES), parts.of(&WHO), parts.of(&DOES)));
    if parts.next().is_multiple_of(5) {
        text.push('\n');
    }
}

fn mixed(parts: &mut Parts, text: &mut String) {
    dense(parts, text);
    news(parts, text);
}

/// Lines of 30 characters, a blank now and then inside.
fn wrap(block: &str, text: &mut String) {
    for (place, c) in block.chars().filter(|c| *c != '\n').enumerate() {
        if place > 0 && place.is_multiple_of(30) {
            text.push_str("\r\n");
        } else if place % 17 == 5 {
            text.push(' ');
        }
        text.push(c);
    }
    text.push_str("\r\n\r\n");
}
