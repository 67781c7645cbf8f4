namespace ChatPS.Common;

/// <summary>Names a kind of machine.</summary>
/// <param name="value">The kind's id or, where it is looked for in the list, its name; or an object that tells it.</param>
public sealed class NodeShapeIdentity(object value) : Identity(value, IdOf, "node shape")
{
    private static string? IdOf(object item) => item switch
    {
        ChatNodeShape shape => shape.Id,
        ChatFleet fleet => fleet.NodeShape,
        _ => null,
    };
}
