namespace ChatPS.Common;

/// <summary>Names an OAuth client.</summary>
/// <param name="value">An OAuth client's id, its name where the platform finds it by that, or the object.</param>
public sealed class OAuthClientIdentity(object value) : Identity(value, item => (item as ChatOAuthClient)?.Id, "OAuth client");
