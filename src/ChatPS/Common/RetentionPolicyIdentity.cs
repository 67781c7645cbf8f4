namespace ChatPS.Common;

/// <summary>Names a retention policy.</summary>
/// <param name="value">A policy's id or name, or the object.</param>
public sealed class RetentionPolicyIdentity(object value) : Identity(value, item => (item as ChatRetentionPolicy)?.Id, "retention policy");
