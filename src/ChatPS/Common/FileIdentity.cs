namespace ChatPS.Common;

/// <summary>Names a file that was uploaded.</summary>
/// <param name="value">A file's id, or the file's object.</param>
public sealed class FileIdentity(object value) : Identity(value, item => (item as ChatFile)?.Id, "file")
{
    /// <summary>The file, if it was named by its object.</summary>
    internal ChatFile? File { get; } = (value is System.Management.Automation.PSObject wrapped ? wrapped.BaseObject : value) as ChatFile;
}
