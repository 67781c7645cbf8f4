namespace ChatPS.Common;

/// <summary>Names an invitation.</summary>
/// <param name="value">An invitation's id, the e-mail address it went to, or the object.</param>
public sealed class InviteIdentity(object value) : Identity(value, item => (item as ChatInvite)?.Id, "invitation");
