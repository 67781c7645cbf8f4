using ChatPS.Client.Http;

namespace ChatPS.Client.Capabilities;

/// <summary>What a process type is to have; what is null stays.</summary>
/// <param name="Type">The process type.</param>
internal sealed record FormationChange(string Type)
{
    public int? Quantity { get; init; }

    /// <summary>Whether the quantity counts from what there is now.</summary>
    public bool IsRelative { get; init; }

    public string? Size { get; init; }
}

internal interface IFormationEditor
{
    /// <summary>Changes process types of an app, all of them or none.</summary>
    Task<IReadOnlyList<ChatAppFormation>> UpdateAsync(string app, IReadOnlyList<FormationChange> changes, CallContext context);
}
