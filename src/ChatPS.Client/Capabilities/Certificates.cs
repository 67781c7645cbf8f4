using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>The certificates and keys that a server signs in people or asks its directory with.</summary>
internal interface ICertificates
{
    /// <summary>All that there is a place for, whether the server has them or not.</summary>
    Task<IReadOnlyList<ChatCertificate>> ListAsync(CallContext context);

    /// <summary>Puts one in its place, instead of the one there may be.</summary>
    /// <param name="name">What it is for, in any case.</param>
    /// <param name="file">The file.</param>
    /// <param name="context">The call.</param>
    Task<ChatCertificate> SetAsync(string name, FileUpload file, CallContext context);

    Task RemoveAsync(string name, CallContext context);
}

/// <summary>What a server and its identity provider tell each other.</summary>
internal interface ISamlMetadata
{
    /// <summary>Writes what the server says of itself, for the identity provider to read.</summary>
    Task SaveAsync(Stream target, Action<long, long?> report, CallContext context);

    /// <summary>Has the server read what an identity provider says of itself.</summary>
    Task<ChatSamlProvider> ReadProviderAsync(string url, CallContext context);

    /// <summary>Has users who sign in by SAML be known to it by their e-mail addresses.</summary>
    /// <param name="users">Their ids or names; null for all.</param>
    /// <param name="includeInactive">Whether deactivated ones too.</param>
    /// <param name="countOnly">Whether to count them and leave them as they are.</param>
    /// <param name="context">The call.</param>
    /// <returns>How many they are.</returns>
    Task<int> ResetUsersAsync(IReadOnlyList<string>? users, bool includeInactive, bool countOnly, CallContext context);
}
