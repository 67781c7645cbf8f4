namespace ChatPS.Common;

/// <summary>Names a role.</summary>
/// <param name="value">A role's id or name, or the object.</param>
public sealed class RoleIdentity(object value) : Identity(value, item => (item as ChatRole)?.Id, "role");
