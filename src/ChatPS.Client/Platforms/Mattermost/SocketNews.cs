using ChatPS.Client.Platforms.Mattermost.Wire;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>An event, or a sign of life that tells the server's time: all that happened before it has come.</summary>
/// <param name="Message">The event; null for a sign of life.</param>
/// <param name="ServerTime">Milliseconds since 1970.</param>
/// <param name="HasGap">Whether events before this one did not come.</param>
internal sealed record SocketNews(SocketMessage? Message, long ServerTime = 0, bool HasGap = false);
