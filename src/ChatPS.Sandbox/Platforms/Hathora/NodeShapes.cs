using ChatPS.Sandbox.Platforms.Hathora.Model;

namespace ChatPS.Sandbox.Platforms.Hathora;

/// <summary>The kinds of machines that there are.</summary>
internal static class NodeShapes
{
    public static readonly IReadOnlyList<NodeShape> All =
    [
        new("shape-amd64-4-8", "cpu-4-8", "family-amd64-1-2", 4, 8),
        new("shape-amd64-8-16", "cpu-8-16", "family-amd64-1-2", 8, 16),
        new("shape-amd64-16-32", "cpu-16-32", "family-amd64-1-2", 16, 32),
        new("shape-amd64-32-64", "cpu-32-64", "family-amd64-1-2", 32, 64),
        new("shape-amd64-64-128", "cpu-64-128", "family-amd64-1-2", 64, 128),
        new("shape-amd64-4-16", "cpu-4-16", "family-amd64-1-4", 4, 16),
        new("shape-amd64-8-32", "cpu-8-32", "family-amd64-1-4", 8, 32),
        new("shape-amd64-16-64", "cpu-16-64", "family-amd64-1-4", 16, 64),
        new("shape-amd64-32-128", "cpu-32-128", "family-amd64-1-4", 32, 128),
        new("shape-l4-1-4", "gpu-l4-1-4-16", "family-l4-1-4", 4, 16, 1),
        new("shape-l4-1", "gpu-l4-1-12-48", "family-l4-1-12", 12, 48, 1),
        new("shape-l4-2", "gpu-l4-2-24-96", "family-l4-1-12", 24, 96, 2),
        new("shape-l4-4", "gpu-l4-4-48-192", "family-l4-1-12", 48, 192, 4),
        new("shape-l4-8", "gpu-l4-8-96-384", "family-l4-1-12", 96, 384, 8),
        new("shape-h100pcie-1", "gpu-h100-1-28-180", "family-h100pcie", 28, 180, 1),
        new("shape-h100pcie-2", "gpu-h100-2-60-360", "family-h100pcie", 60, 360, 2),
        new("shape-h100pcie-4", "gpu-h100-4-124-720", "family-h100pcie", 124, 720, 4),
        new("shape-h100pcie-8", "gpu-h100-8-252-1440", "family-h100pcie", 252, 1440, 8),
        new("shape-h100sxm5-1", "gpu-h100-1-16-200", "family-h100sxm5", 16, 200, 1),
        new("shape-h100sxm5-8", "gpu-h100-8-128-1600", "family-h100sxm5", 128, 1600, 8),
        new("shape-h200sxm5-1", "gpu-h200-1-16-200", "family-h200sxm5", 16, 200, 1),
        new("shape-h200sxm5-8", "gpu-h200-8-128-1600", "family-h200sxm5", 128, 1600, 8),
    ];

    public static readonly IReadOnlyList<string> Ids = [.. All.Select(shape => shape.Id)];

    public static NodeShape Find(string id) => All.First(shape => shape.Id == id);
}
