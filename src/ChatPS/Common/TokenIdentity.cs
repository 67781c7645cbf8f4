namespace ChatPS.Common;

/// <summary>Names a token.</summary>
/// <param name="value">A token's id (never its secret), or the object.</param>
public sealed class TokenIdentity(object value) : Identity(value, item => (item as ChatToken)?.Id, "token");
