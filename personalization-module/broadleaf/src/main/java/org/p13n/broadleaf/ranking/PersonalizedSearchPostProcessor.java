package org.p13n.broadleaf.ranking;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.broadleafcommerce.core.search.service.SearchService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessorAdapter;

/** Puts a {@link PersonalizedSearchService} before whatever search service the shop has declared. */
public final class PersonalizedSearchPostProcessor extends InstantiationAwareBeanPostProcessorAdapter
        implements BeanFactoryAware {
    private static final String SEARCH_SERVICE = "blSearchService";

    private final Set<Object> wrappedEarly = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String listPersonalizer;
    private BeanFactory beans;

    /**
     * @param listPersonalizer the bean name of the {@link ListPersonalizer}: a post-processor is made before all other
     *     beans, which are then only fetched when the first list is shown
     */
    public PersonalizedSearchPostProcessor(String listPersonalizer) {
        this.listPersonalizer = listPersonalizer;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = beanFactory;
    }

    /** Called for a bean that others refer to in a circle; Spring then keeps what is returned here. */
    @Override
    public Object getEarlyBeanReference(Object bean, String beanName) {
        Object reference = wrapSearch(bean, beanName);
        if (reference != bean) {
            wrappedEarly.add(bean);
        }
        return reference;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return wrappedEarly.contains(bean) ? bean : wrapSearch(bean, beanName);
    }

    private Object wrapSearch(Object bean, String beanName) {
        if (SEARCH_SERVICE.equals(beanName) && bean instanceof SearchService plain) {
            return new PersonalizedSearchService(plain, () -> beans.getBean(listPersonalizer, ListPersonalizer.class));
        }
        return bean;
    }
}
