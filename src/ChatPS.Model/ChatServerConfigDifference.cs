namespace ChatPS;

/// <summary>A setting in which two configurations differ.</summary>
public sealed class ChatServerConfigDifference
{
    /// <summary>Where the setting stands, such as TeamSettings.SiteName.</summary>
    public required string Path { get; init; }

    /// <summary>How they differ: Changed, or OnlyInReference or OnlyInDifference where the other one does not have the setting.</summary>
    public required string Kind { get; init; }

    /// <summary>The value in the reference; $null where it is not there.</summary>
    public object? ReferenceValue { get; init; }

    /// <summary>The value in the other configuration; $null where it is not there.</summary>
    public object? DifferenceValue { get; init; }

    /// <summary>The reference's value, under the name by which Set-ChatServerConfig takes it from the pipeline to make the other configuration like the reference.</summary>
    public object? Value => ReferenceValue;

    /// <summary>The path.</summary>
    /// <returns><see cref="Path"/>.</returns>
    public override string ToString() => Path;
}
