namespace ChatPS.Client.Platforms.Mattermost.Wire;

internal sealed class AnalyticsRow
{
    public string Name { get; set; } = "";

    public double Value { get; set; }
}
