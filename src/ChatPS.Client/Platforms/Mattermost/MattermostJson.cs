using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Mattermost.Wire;

namespace ChatPS.Client.Platforms.Mattermost;

/// <summary>Mattermost's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Channel[]))]
[JsonSerializable(typeof(ChannelCount))]
[JsonSerializable(typeof(ChannelMember))]
[JsonSerializable(typeof(ChannelMember[]))]
[JsonSerializable(typeof(ChannelStats))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Dictionary<string, Reaction[]?>))]
[JsonSerializable(typeof(Post))]
[JsonSerializable(typeof(Post[]))]
[JsonSerializable(typeof(PostMetadata))]
[JsonSerializable(typeof(Reaction))]
[JsonSerializable(typeof(SocketMessage))]
[JsonSerializable(typeof(Status))]
[JsonSerializable(typeof(Status[]))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(Team[]))]
[JsonSerializable(typeof(TeamCount))]
[JsonSerializable(typeof(TeamMember))]
[JsonSerializable(typeof(TeamMember[]))]
[JsonSerializable(typeof(TeamMemberOutcome[]))]
[JsonSerializable(typeof(TeamStats))]
[JsonSerializable(typeof(UploadedFile))]
[JsonSerializable(typeof(UploadedFiles))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(User[]))]
[JsonSerializable(typeof(UserCount))]
internal sealed partial class MattermostJson : JsonSerializerContext;
