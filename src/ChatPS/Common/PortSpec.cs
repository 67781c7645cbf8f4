using System.Management.Automation;
using ChatPS.Client.Capabilities;

namespace ChatPS.Common;

/// <summary>A port of a container, as -AdditionalPort takes it.</summary>
public sealed class PortSpec
{
    /// <summary>A port of a container.</summary>
    /// <param name="value">A hashtable with Name, Port and Transport; or the port of another deployment.</param>
    public PortSpec(object value)
    {
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is ChatPort port)
        {
            Value = new(port.Name, port.Port, port.Transport);
            return;
        }
        var parts = new SpecReader(value, "port");
        Value = new(parts.Text("Name"), parts.Number("Port"), parts.Text("Transport"));
        parts.End();
    }

    internal ContainerPort Value { get; }

    /// <summary>The name, the number and the transport.</summary>
    /// <returns>Such as <c>admin 8080/tcp</c>.</returns>
    public override string ToString() => $"{Value.Name} {Value.Port}/{Value.Transport}";
}
