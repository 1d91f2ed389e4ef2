//! Links from one page to files of the repository.

use std::fs;

/// Every link of a page that stays in the repository leads to a file or folder.
///
/// # Errors
/// The links that lead nowhere.
pub fn hold(page: &str) -> Result<(), String> {
    let path = super::root().join(page);
    let text = fs::read_to_string(&path).map_err(|e| e.to_string())?;
    let folder = path.parent().ok_or("a page lies in a folder")?;
    let broken: Vec<&str> = targets(&text).filter(|target| !folder.join(target).exists()).collect();
    if broken.is_empty() { Ok(()) } else { Err(format!("{page}: nothing is at {broken:?}")) }
}

/// What stands in `](…)`, without the part after `#`; not what leads elsewhere.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target));
    let files = all.map(|target| target.split('#').next().unwrap_or_default());
    files.filter(|target| !target.is_empty() && !target.contains("://") && !target.contains(' '))
}
