using System.Globalization;

namespace ChatPS.Sandbox.Platforms.Gitter;

/// <summary>
/// Makes 24-digit ids that sort by the order they were made, as the database's own do: seconds, a part that stays, a count.
/// </summary>
/// <remarks>
/// Seeding leaves the clock out and starts from a fixed second long past, so that the same seed gives the same ids at any time of day.
/// </remarks>
internal sealed class ObjectIds(string machine)
{
    private const long SeedSecond = 0x3000_0000;
    private long _second = SeedSecond;
    private int _count;

    /// <summary>An id of the seeded data.</summary>
    public string Next() => Format(++_second);

    /// <summary>An id of that moment, or of the newest one so far when the clock lies behind it.</summary>
    public string Next(DateTimeOffset time) => Format(_second = Math.Max(_second, time.ToUnixTimeSeconds()));

    public static bool IsId(string? text) => text is { Length: 24 } && text.All(char.IsAsciiHexDigit);

    /// <summary>The moment within an id.</summary>
    public static DateTimeOffset TimeOf(string id) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    private string Format(long second) => string.Create(CultureInfo.InvariantCulture, $"{second:x8}{machine}{_count++ & 0xff_ffff:x6}");
}
