using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using ChatPS.Sandbox.Seeding;

namespace ChatPS.Sandbox.Platforms.Mattermost;

/// <summary>The second factor: codes that a shared secret gives for each half minute (RFC 6238).</summary>
internal static class OneTimeCode
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Step = 30;

    public static string NewSecret() => Seeder.Secret(32, Base32);

    /// <summary>The code of a moment.</summary>
    public static string Of(string secret, DateTimeOffset time) => Of(secret, time.ToUnixTimeSeconds() / Step);

    /// <summary>Whether a code is that of a moment, or of the half minute before or after it.</summary>
    public static bool Fits(string secret, string code, DateTimeOffset time)
    {
        var now = time.ToUnixTimeSeconds() / Step;
        return Enumerable.Range(-1, 3).Any(step => Of(secret, now + step) == code.Trim());
    }

    private static string Of(string secret, long step)
    {
        var text = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(text, step);
#pragma warning disable CA5350 // The apps that show the codes know this hash, and few another.
        var hash = HMACSHA1.HashData(Bytes(secret), text);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The secret's bytes: five bits a letter.</summary>
    private static byte[] Bytes(string secret)
    {
        var bits = string.Concat(secret.TrimEnd('=').Select(letter => Base32.IndexOf(letter, StringComparison.Ordinal).ToString("B5", CultureInfo.InvariantCulture)));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
