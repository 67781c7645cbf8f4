namespace ChatPS.Client.Platforms.Hathora.Wire;

internal sealed class ProcessCount : WireObject
{
    // As it stands in the JSON it may have a fraction.
    public double Count { get; set; }
}
