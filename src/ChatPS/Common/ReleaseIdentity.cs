using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ChatPS.Common;

/// <summary>Names a release of an app.</summary>
/// <param name="value">A release's id, its version as 12 or v12, or an object that has a release.</param>
public sealed partial class ReleaseIdentity(object value) : Identity(Plain(value), IdOf, "release")
{
    // The v is how people write a version; the API takes the number.
    private static object Plain(object value) => (value is PSObject wrapped ? wrapped.BaseObject : value) is string text && WrittenVersion().IsMatch(text) ? text[1..] : value;

    private static string? IdOf(object item) => item switch
    {
        ChatAppRelease release => release.Id,
        ChatProcess process => process.ReleaseId,
        _ => null,
    };

    [GeneratedRegex("^[vV][0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenVersion();
}
