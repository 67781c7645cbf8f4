using System.Text.Json.Serialization;
using ChatPS.Client.Platforms.Heroku.Wire;

namespace ChatPS.Client.Platforms.Heroku;

/// <summary>Heroku's objects, read by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(AddOn))]
[JsonSerializable(typeof(AddOnService))]
[JsonSerializable(typeof(App))]
[JsonSerializable(typeof(AppTransfer))]
[JsonSerializable(typeof(Authorization))]
[JsonSerializable(typeof(Build))]
[JsonSerializable(typeof(Collaborator))]
[JsonSerializable(typeof(Domain))]
[JsonSerializable(typeof(Error))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Key))]
[JsonSerializable(typeof(LogDrain))]
[JsonSerializable(typeof(LogSession))]
[JsonSerializable(typeof(OAuthClient))]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(RateLimit))]
[JsonSerializable(typeof(Reference))]
[JsonSerializable(typeof(Region))]
[JsonSerializable(typeof(Slug))]
[JsonSerializable(typeof(Source))]
[JsonSerializable(typeof(SslEndpoint))]
[JsonSerializable(typeof(Stack))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(TeamInvitation))]
[JsonSerializable(typeof(TeamMember))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class HerokuJson : JsonSerializerContext;
