using System.Globalization;

namespace ChatPS;

/// <summary>What a team has left of what it paid in or was given.</summary>
public sealed class ChatBalance : ChatObject
{
    /// <summary>The id of the team; null where the platform chose it.</summary>
    public string? TeamId { get; init; }

    /// <summary>How much it is, in the platform's unit.</summary>
    public required decimal Amount { get; init; }

    /// <summary>How much it is.</summary>
    /// <returns><see cref="Amount"/> as text.</returns>
    public override string ToString() => Amount.ToString(CultureInfo.InvariantCulture);
}
