using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>A domain to be added to an app.</summary>
/// <param name="Hostname">The host name.</param>
/// <param name="Certificate">The endpoint whose certificate it is to use; null for none.</param>
internal sealed record NewDomain(string Hostname, string? Certificate);

/// <summary>What is to change about a domain.</summary>
internal sealed record DomainChange
{
    /// <summary>The endpoint whose certificate it is to use; given as null, none.</summary>
    public Given<string> Certificate { get; init; }
}
