namespace ChatPS.Common;

/// <summary>Names a domain of an app.</summary>
/// <param name="value">A domain's id, its host name, or the object.</param>
public sealed class DomainIdentity(object value) : Identity(value, item => (item as ChatAppDomain)?.Id, "domain");
