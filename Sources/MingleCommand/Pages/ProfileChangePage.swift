internal import Mingle

/// What changed in a profile, for people: the diff.
struct ProfileChangePage {
  let lines: [String]

  init(_ change: ProfileChange) {
    lines =
      change.isChange
      ? DiffPage(change.diff).lines : ["\(change.path.safe): nothing to change"]
  }
}
