namespace ChatPS.Client.Capabilities;

/// <summary>What is to change about a feature of an app or an account.</summary>
/// <param name="Enabled">Whether it is to be on.</param>
internal sealed record FeatureChange(bool Enabled);
