namespace ChatPS.Host;

internal static class WordCharacters
{
    public static bool ContainsOnlyWordCharacters(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        return true;
    }
}
