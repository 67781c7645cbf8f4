namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class StaticProcess
{
    public string Region { get; set; } = "";

    public int MinProcesses { get; set; }

    public int? MaxProcesses { get; set; }

    public int? TargetProcesses { get; set; }

    public bool? AutoscalingEnabled { get; set; }

    public ChatStaticProcess ToModel() => new()
    {
        Region = Region,
        MinProcesses = MinProcesses,
        MaxProcesses = MaxProcesses,
        TargetProcesses = TargetProcesses,
        AutoscalingEnabled = AutoscalingEnabled,
    };
}
