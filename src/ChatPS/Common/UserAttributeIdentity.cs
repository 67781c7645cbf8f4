namespace ChatPS.Common;

/// <summary>Names an attribute of users.</summary>
/// <param name="value">An attribute's id or name, or the object.</param>
public sealed class UserAttributeIdentity(object value) : Identity(
    value, item => (item as ChatUserAttribute)?.Id ?? (item as ChatUserAttributeValue)?.UserAttributeId, "user attribute");
