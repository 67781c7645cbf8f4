using System.Management.Automation;

namespace ChatPS.Sessions;

/// <summary>Lets a parameter take a session by its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SessionTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>
    /// Whether the session that was bound last on this thread was named, and not handed over. The engine binds on the pipeline's thread
    /// right before the cmdlet processes what was bound, and tells nobody what it was.
    /// </summary>
    [field: ThreadStatic]
    internal static bool WasNamed { get; private set; }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        WasNamed = value is string;
        return value switch
        {
            string name => Find(name),
            object[] many => many.Select(one => Transform(engineIntrinsics, one)).Cast<ChatSession>().ToArray(),
            _ => inputData,
        };
    }

    private static ChatSession Find(string name) => SessionStore.Current.Find(name) ?? throw new ArgumentTransformationMetadataException(
        $"There is no session '{name}' in this runspace; Get-ChatSession lists those there are.");
}
