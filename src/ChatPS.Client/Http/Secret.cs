using System.Net;
using System.Security;

namespace ChatPS.Client.Http;

/// <summary>A token or password. It prints as stars, so that it cannot slip into a message or a debugger's log.</summary>
internal sealed class Secret(string value)
{
    // What such a name ends with is a secret wherever a platform takes or gives it.
    private static readonly string[] Names = ["token", "secret", "password", "passwd", "code", "key"];

    /// <summary>Whether what goes by a name is to be kept secret.</summary>
    public static bool IsNameOfOne(string name) => Names.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>A secret that a server gave, as objects show it: not at all.</summary>
    public static SecureString? Keep(string? value) => string.IsNullOrEmpty(value) ? null : new NetworkCredential("", value).SecurePassword;

    /// <summary>The value itself, for the one place that puts it on the wire.</summary>
    public string Reveal() => value;

    public override string ToString() => "***";
}
