using System.Management.Automation;

namespace ChatPS.Common;

/// <summary>Names a certificate of an app.</summary>
/// <param name="value">The endpoint's id, its name, or the object.</param>
public sealed class SslEndpointIdentity(object value) : Identity(value, item => (item as ChatSslEndpoint)?.Id, "endpoint")
{
    /// <summary>Whether it is known to be of the former kind.</summary>
    internal bool IsLegacy { get; } = (value is PSObject wrapped ? wrapped.BaseObject : value) is ChatSslEndpoint { IsLegacy: true };
}
