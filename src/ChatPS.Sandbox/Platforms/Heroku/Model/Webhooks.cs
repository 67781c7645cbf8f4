using System.Text.Json.Nodes;

namespace ChatPS.Sandbox.Platforms.Heroku.Model;

/// <summary>An address that wants to hear of an app's changes, or of an add-on's.</summary>
internal sealed class Webhook : Entity
{
    /// <summary>The add-on it belongs to; null for an app's.</summary>
    public AddOn? AddOn { get; init; }

    public required IReadOnlyList<string> Include { get; set; }

    /// <summary>notify or sync.</summary>
    public required string Level { get; set; }

    public required string Url { get; set; }

    /// <summary>The Authorization header of its deliveries; null for none.</summary>
    public string? Authorization { get; set; }

    /// <summary>What its deliveries are signed with.</summary>
    public required string Secret { get; set; }
}

/// <summary>Something that happened to an app.</summary>
internal sealed class WebhookEvent : Entity
{
    /// <summary>The add-on that it happened to, if it was one.</summary>
    public AddOn? AddOn { get; init; }

    /// <summary>What happened: api: and the kind of resource.</summary>
    public required string Include { get; init; }

    /// <summary>create, update or destroy.</summary>
    public required string Action { get; init; }

    public required Account Actor { get; init; }

    /// <summary>The resource as the API answered it.</summary>
    public required JsonObject Data { get; init; }
}

/// <summary>An event on its way to a webhook. The sandbox sends nothing out, so it stays pending.</summary>
internal sealed class WebhookDelivery : Entity
{
    public required Webhook Webhook { get; init; }

    public required WebhookEvent Event { get; init; }
}

/// <summary>Who is told of an app's changes.</summary>
internal sealed partial class App
{
    public List<Webhook> Webhooks { get; } = [];

    public List<WebhookEvent> WebhookEvents { get; } = [];

    public List<WebhookDelivery> WebhookDeliveries { get; } = [];

    /// <summary>How many of the app's releases have become events.</summary>
    public int ReleasesSeen { get; set; }
}
