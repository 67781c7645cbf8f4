namespace ChatPS.Client.Platforms.Mattermost.Archives;

/// <summary>Knows pictures by how they begin.</summary>
internal static class ArchivePicture
{
    private const int Enough = 16;

    public static bool Is(Func<Stream> open)
    {
        using var content = open();
        var head = new byte[Enough];
        var length = content.ReadAtLeast(head, Enough, throwOnEndOfStream: false);
        return head.AsSpan(0, length) switch
        {
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => true,
            [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => true,
            [0xFF, 0xD8, 0xFF, ..] => true,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => true,
            // SVG is XML.
            [(byte)'<', ..] or [0xEF, 0xBB, 0xBF, (byte)'<', ..] => true,
            _ => false,
        };
    }
}
