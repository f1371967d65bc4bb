//! Sizes and distances, in points.

/// Width of an A4 page.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// Height of an A4 page.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Left and right margin.
pub(crate) const MARGIN: f32 = 62.0;
/// Where the content begins, below the running header.
pub(crate) const TOP: f32 = 82.0;
/// Where the content ends, above the footer.
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 74.0;
/// Width of the content.
pub(crate) const CONTENT: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Baseline of the running header's first line.
pub(crate) const HEADER_BASELINE: f32 = 44.0;
/// Baseline of the footer.
pub(crate) const FOOTER_BASELINE: f32 = PAGE_HEIGHT - 40.0;

/// Grey of ordinary letters.
pub(crate) const INK: f32 = 0.08;
/// Grey of letters that stand back; 7:1 against white paper.
pub(crate) const SOFT: f32 = 0.33;
/// Grey of hairlines.
pub(crate) const HAIR: f32 = 0.72;
/// Grey of shading behind heads and notices; darker would not survive a copier.
pub(crate) const SHADE: f32 = 0.945;

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Letters {
    /// In points.
    pub(crate) size: f32,
    /// Heavy letters.
    pub(crate) bold: bool,
    /// 0 is black, 1 is white.
    pub(crate) gray: f32,
    /// Distance between baselines, relative to the size.
    pub(crate) leading: f32,
}

impl Letters {
    const fn plain(size: f32) -> Self {
        Self { size, bold: false, gray: INK, leading: 1.42 }
    }

    const fn soft(size: f32) -> Self {
        Self { gray: SOFT, ..Self::plain(size) }
    }

    const fn bold(size: f32) -> Self {
        Self { bold: true, leading: 1.28, ..Self::plain(size) }
    }

    /// Distance between two baselines, in points.
    pub(crate) fn line_height(self) -> f32 {
        self.size * self.leading
    }

    /// From the top of a line to its baseline: the ascent and descent of Noto Sans (1.069, 0.293), centred in the line.
    pub(crate) fn baseline(self) -> f32 {
        self.line_height() / 2.0 + self.size * 0.388
    }
}

/// The letters and distances of a whole paper.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) title: Letters,
    pub(crate) headings: [Letters; 3],
    pub(crate) body: Letters,
    pub(crate) lead: Letters,
    pub(crate) small: Letters,
    pub(crate) cell: Letters,
    pub(crate) cell_label: Letters,
    /// Air between two paragraphs; all other air is a multiple of it.
    pub(crate) gap: f32,
    /// Share of the width that labels of facts get.
    pub(crate) label_share: f32,
}

impl Look {
    /// For staff and files.
    pub(crate) const fn normal() -> Self {
        Self {
            title: Letters::bold(21.0),
            headings: [Letters::bold(13.0), Letters::bold(11.0), Letters::bold(10.0)],
            body: Letters::plain(10.0),
            lead: Letters::plain(11.5),
            small: Letters::soft(8.5),
            cell: Letters::plain(9.5),
            cell_label: Letters { bold: true, ..Letters::plain(9.5) },
            gap: 6.0,
            label_share: 0.3,
        }
    }

    /// For the person's own pages.
    pub(crate) const fn large() -> Self {
        Self {
            title: Letters::bold(25.0),
            headings: [Letters::bold(17.0), Letters::bold(15.0), Letters::bold(14.0)],
            body: Letters::plain(14.0),
            lead: Letters::plain(15.5),
            small: Letters::soft(12.0),
            cell: Letters::plain(13.5),
            cell_label: Letters { bold: true, ..Letters::plain(13.5) },
            gap: 7.5,
            label_share: 0.36,
        }
    }
}
