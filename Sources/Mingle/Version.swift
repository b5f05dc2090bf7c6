/// The version of Mingle, as `--version` and the User-Agent tell it.
package let mingleVersion = "0.1.0"
