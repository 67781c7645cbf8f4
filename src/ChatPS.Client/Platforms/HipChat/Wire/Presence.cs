namespace ChatPS.Client.Platforms.HipChat.Wire;

/// <summary>How somebody who is online shows herself.</summary>
internal sealed class Presence : WireObject
{
    /// <summary>The text.</summary>
    public string? Status { get; set; }

    /// <summary>The word: away, chat, dnd or xa.</summary>
    public string? Show { get; set; }

    /// <summary>In seconds.</summary>
    public double? Idle { get; set; }

    public bool? IsOnline { get; set; }
}
