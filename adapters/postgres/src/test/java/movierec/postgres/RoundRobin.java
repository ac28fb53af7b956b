package movierec.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** A port whose every call goes to another node, as behind a load balancer. */
final class RoundRobin {
    private RoundRobin() {}

    static <P> P of(Class<P> port, Supplier<P> nextNode) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(nextNode.get(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                }));
    }
}
