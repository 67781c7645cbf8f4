namespace ChatPS.Common;

/// <summary>Names a webhook.</summary>
/// <param name="value">A webhook's id, its key or name, or the object.</param>
public sealed class WebhookIdentity(object value) : Identity(value, item => (item as ChatWebhook)?.WebhookId, "webhook");
