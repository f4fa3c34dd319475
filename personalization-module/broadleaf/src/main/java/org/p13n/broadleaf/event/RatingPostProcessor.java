package org.p13n.broadleaf.event;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.LongSupplier;
import org.broadleafcommerce.core.rating.service.RatingService;
import org.broadleafcommerce.core.rating.service.type.RatingType;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Stands around whatever rating service the shop has declared and records each product rating once it has succeeded. */
public final class RatingPostProcessor implements BeanPostProcessor, BeanFactoryAware {
    private static final String RATING_SERVICE = "blRatingService";
    private static final Set<String> RATING_METHODS = Set.of("rateItem", "reviewItem");
    private static final int MOST_STARS = 10;

    private final String recorder;
    private final String visits;
    private final String failures;
    private final LongSupplier clock = System::currentTimeMillis;
    private BeanFactory beans;

    /**
     * Takes bean names: a post-processor is made before all other beans, which are then only fetched at the first rating.
     *
     * @param recorder the bean name of the {@link InteractionRecorder}
     * @param visits that of the {@link CurrentVisit}
     * @param failures that of the {@link Failures}
     */
    public RatingPostProcessor(String recorder, String visits, String failures) {
        this.recorder = recorder;
        this.visits = visits;
        this.failures = failures;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = beanFactory;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!RATING_SERVICE.equals(beanName) || !(bean instanceof RatingService)) {
            return bean;
        }
        return Proxy.newProxyInstance(
                RatingService.class.getClassLoader(),
                new Class<?>[] {RatingService.class},
                (proxy, method, arguments) -> answer(bean, method, arguments));
    }

    private Object answer(Object service, Method method, Object[] arguments) throws Throwable {
        Object answer;
        try {
            answer = method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (RATING_METHODS.contains(method.getName())) {
            observe(arguments);
        }
        return answer;
    }

    /** @param arguments of both methods: item, type, customer, stars */
    private void observe(Object[] arguments) {
        try {
            if (RatingType.PRODUCT.equals(arguments[1])
                    && arguments[0] instanceof String item
                    && arguments[3] instanceof Double stars) {
                rated(Long.parseLong(item), (int) Math.round(stars));
            }
        } catch (RuntimeException e) {
            beans.getBean(failures, Failures.class).report("observing a rating", e);
        }
    }

    private void rated(long itemId, int stars) {
        if (itemId == 0 || stars < 1 || stars > MOST_STARS) {
            return;
        }
        beans.getBean(visits, CurrentVisit.class).find().ifPresent(visit -> {
            InteractionDetails details = InteractionDetails.NONE.withValue(stars);
            Interaction rating =
                    Interaction.of(InteractionType.RATING, visit.shopper().id(), itemId, details, clock.getAsLong());
            beans.getBean(recorder, InteractionRecorder.class).record(visit.shopper(), visit.here(rating));
        });
    }
}
