using ChatPS.Client.Paging;

namespace ChatPS.Client.Capabilities;

/// <summary>A message between its neighbours, for platforms that list what is before a message and what is after it.</summary>
internal static class MessageSurroundings
{
    // How many messages show what one is about, when nobody says how many.
    private const int Usual = 50;

    /// <param name="centre">The message.</param>
    /// <param name="window">How many are wanted in all.</param>
    /// <param name="before">Lists those before it, newest first.</param>
    /// <param name="after">Lists those after it, oldest first.</param>
    public static async IAsyncEnumerable<ChatMessage> ListAsync(
        ChatMessage centre, PageWindow window, Func<PageWindow, IAsyncEnumerable<ChatMessage>> before, Func<PageWindow, IAsyncEnumerable<ChatMessage>> after)
    {
        var others = (window.First + window.Skip ?? Usual) - 1;
        var older = new Stack<ChatMessage>();
        await foreach (var one in before(new PageWindow((others + 1) / 2)).ConfigureAwait(false))
            older.Push(one);
        foreach (var one in older)
            yield return one;
        yield return centre;
        await foreach (var one in after(new PageWindow(others / 2)).ConfigureAwait(false))
            yield return one;
    }
}
