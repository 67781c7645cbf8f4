namespace ChatPS.Common;

/// <summary>Names a setting of a server, or a section of settings.</summary>
/// <param name="value">A path such as TeamSettings.SiteName, a section such as TeamSettings, or the object.</param>
public sealed class ServerConfigIdentity(object value) : Identity(value, PathOf, "setting")
{
    private static string? PathOf(object item) => item switch
    {
        ChatServerConfig setting => setting.Path,
        ChatServerConfigDifference difference => difference.Path,
        _ => null,
    };

    /// <summary>Whether it is the setting, or the section the setting is in, or a pattern that its path fits.</summary>
    internal bool Covers(string path) => IsPattern
        ? Fits(path)
        : path.StartsWith(Literal, StringComparison.OrdinalIgnoreCase) && (path.Length == Literal.Length || path[Literal.Length] == '.');
}
