using System.Globalization;
using System.Text;

namespace ChatPS.Files;

/// <summary>Makes of a name that somebody else chose one that any disk takes and that leads nowhere.</summary>
internal static class SafeFileName
{
    // Most file systems take 255 bytes; what a download adds to the name has room beside it.
    private const int MaxBytes = 200;

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

    /// <param name="name">The name as the server has it.</param>
    /// <param name="fallback">The name for a file of which nothing is left.</param>
    public static string Of(string name, string fallback)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(IsAllowed)).Trim().TrimEnd('.', ' ');
        if (clean.Length == 0)
            return fallback;
        return Shorten(IsDevice(clean) ? "_" + clean : clean);
    }

    // Format characters turn the reading direction and so hide what kind of file it is.
    private static bool IsAllowed(char c) => c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*')
        && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Windows means the device whatever comes after the first dot.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd();
        return Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && stem[3] is (>= '1' and <= '9') or '¹' or '²' or '³'
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= 20 } known ? known : "";
        var stem = new StringBuilder();
        var left = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        foreach (var rune in name[..^extension.Length].EnumerateRunes())
        {
            if ((left -= rune.Utf8SequenceLength) < 0)
                break;
            stem.Append(rune.ToString());
        }
        return stem + extension;
    }
}
