using ChatPS.Client.Http;

namespace ChatPS.Common;

/// <summary>Names a token.</summary>
/// <param name="value">A token's id (never its secret), or the object.</param>
public sealed class TokenIdentity(object value) : Identity(value, item => (item as ChatToken)?.Id, "token")
{
    /// <summary>The token's secret, where it was named by an object that has it.</summary>
    internal Secret? Secret => Secrets.Of((Item as ChatToken)?.Token);
}
