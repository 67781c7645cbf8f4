namespace ChatPS.Keys;

/// <summary>The public half of an SSH key.</summary>
/// <param name="Text">The line: type, key and comment.</param>
/// <param name="Name">What people know it by: the comment, or else the type.</param>
internal sealed record PublicKeyLine(string Text, string Name)
{
    /// <exception cref="ChatException">It is something else, and above all no private key.</exception>
    public static PublicKeyLine Of(string text)
    {
        var line = text.Trim();
        if (line.Contains("PRIVATE KEY", StringComparison.OrdinalIgnoreCase))
            throw new ChatException(ChatErrorReason.InvalidRequest, "That is a private key, which nobody else must have; it was not sent.")
            {
                Advice = "Give the public one: the line in the file of the same name that ends with .pub.",
            };
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2 || line.Contains('\n', StringComparison.Ordinal))
            throw new ChatException(ChatErrorReason.InvalidRequest, "That is no public key of SSH.")
            {
                Advice = "Give one line as a .pub file has it: type, key and comment.",
            };
        return new PublicKeyLine(line, parts is [_, _, var comment] ? comment : parts[0]);
    }

    /// <exception cref="ChatException">The file cannot be read, or has something else in it.</exception>
    public static PublicKeyLine InFile(string path)
    {
        try
        {
            return Of(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ChatException(ChatErrorReason.InvalidRequest, $"'{path}' cannot be read: {e.Message}", e) { Advice = "Check the path." };
        }
    }
}
