namespace ChatPS.Sandbox.Platforms.Hathora.Routes.Deprecated;

/// <summary>Fleets in version 1: the kinds of machines have other names.</summary>
internal static class DeprecatedFleetRoutes
{
    public static void MapDeprecatedFleets(this HathoraService hathora) => hathora.MapFleetVersion(
        "v1",
        "nodeShape",
        [.. NodeShapes.All.Select(shape => shape.OldName)],
        shape => shape.OldName,
        fleet => FleetRoutes.CommonJson(fleet).With("nodeShape", fleet.Shape.OldName));
}
