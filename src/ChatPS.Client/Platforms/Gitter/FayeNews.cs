using System.Text.Json;

namespace ChatPS.Client.Platforms.Gitter;

/// <summary>What a channel told, or why it tells nothing.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Data">What it told.</param>
/// <param name="Error">Why one may not listen to it.</param>
internal sealed record FayeNews(string Channel, JsonElement Data, ChatException? Error = null);
