using System.Security;

namespace ChatPS;

/// <summary>A word that people type behind a slash, and the address that is told when they do.</summary>
public sealed class ChatCommand : ChatObject
{
    /// <summary>The platform's id of the command; empty for one that the server brings along.</summary>
    public required string Id { get; init; }

    /// <summary>The same as <see cref="Id"/>, under the name by which other cmdlets take it from the pipeline.</summary>
    public string CommandId => Id;

    /// <summary>The word, without the slash.</summary>
    public required string Trigger { get; init; }

    /// <summary>The id of the team in which the word is known; null for a command that the server brings along.</summary>
    public string? TeamId { get; init; }

    /// <summary>The name that people see.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The address that is told. It may have a user name and a password in it.</summary>
    public string? Url { get; init; }

    /// <summary>How the address is told: POST or GET.</summary>
    public string? Method { get; init; }

    /// <summary>The name that its answers show in place of the owner's.</summary>
    public string? PostAs { get; init; }

    /// <summary>The address of the picture that its answers show in place of the owner's.</summary>
    public string? IconUrl { get; init; }

    /// <summary>Whether it is offered to people who type a slash.</summary>
    public bool AutoComplete { get; init; }

    /// <summary>What they are told to type behind the word.</summary>
    public string? AutoCompleteHint { get; init; }

    /// <summary>What they are told of it.</summary>
    public string? AutoCompleteDescription { get; init; }

    /// <summary>The id of the user whose it is.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The name of that user, where it is known.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of the plugin that it comes with; null for others.</summary>
    public string? PluginId { get; init; }

    /// <summary>What the address is shown to know the server by; it stays out of sight until ConvertFrom-SecureString -AsPlainText shows it.</summary>
    public SecureString? Token { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The word, with the slash.</summary>
    /// <returns>What people type.</returns>
    public override string ToString() => "/" + Trigger;

    internal override string? ShownAs => Trigger;
}
