using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>Reads the pictures of users and teams.</summary>
internal interface IAvatarReader : IUserWriter
{
    /// <summary>Writes a user's picture.</summary>
    Task SaveAsync(UserRef user, Stream target, CallContext context);

    /// <summary>Writes a team's picture.</summary>
    Task SaveAsync(string team, Stream target, CallContext context);
}
