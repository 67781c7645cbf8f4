namespace ChatPS.Client.Streams;

/// <summary>One of the streams that a log is read over.</summary>
/// <param name="Lines">The lines, which may break off.</param>
/// <param name="IsLast">Whether nothing can come after its end, because nobody writes to the log any more.</param>
internal sealed record LogStream(IAsyncEnumerable<ChatLog> Lines, bool IsLast = false);
