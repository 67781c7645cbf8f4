using System.Security;

namespace ChatPS;

/// <summary>A place that the log of an app is sent to.</summary>
public sealed class ChatLogDrain : ChatAppObject
{
    /// <summary>The platform's id of the drain.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string LogDrainId => Id;

    /// <summary>The address that the lines are sent to. It may have a user name and a password in it.</summary>
    public required string Url { get; init; }

    /// <summary>What the platform marks the lines with, by which the place tells whose they are.</summary>
    public SecureString? Token { get; init; }

    /// <summary>The id of the add-on that the drain belongs to; null for one that was made for the app itself.</summary>
    public string? AddonId { get; init; }

    /// <summary>The name of the add-on that the drain belongs to.</summary>
    public string? AddonName { get; init; }

    /// <summary>When the drain was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the drain was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The address, without a user name and password.</summary>
    /// <returns><see cref="Url"/>, or a part of it.</returns>
    public override string ToString() => WebAddress.WithoutUser(Url);

    internal override string? ShownAs => WebAddress.WithoutUser(Url);
}
