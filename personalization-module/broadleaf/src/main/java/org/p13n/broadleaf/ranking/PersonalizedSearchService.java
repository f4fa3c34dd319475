package org.p13n.broadleaf.ranking;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.search.domain.SearchFacetDTO;
import org.broadleafcommerce.core.search.service.SearchService;

/** The shop's search service with its lists in the shopper's own order. */
final class PersonalizedSearchService implements SearchService {
    private final SearchService plain;
    private final Supplier<ListPersonalizer> personalizer;

    PersonalizedSearchService(SearchService plain, Supplier<ListPersonalizer> personalizer) {
        this.plain = plain;
        this.personalizer = personalizer;
    }

    @Override
    public ProductSearchResult findProductsByCategory(Category category, ProductSearchCriteria criteria)
            throws ServiceException {
        return list("category " + category.getId(), criteria, asked -> plain.findProductsByCategory(category, asked));
    }

    @Override
    public ProductSearchResult findExplicitProductsByCategory(Category category, ProductSearchCriteria criteria)
            throws ServiceException {
        return list(
                "explicit category " + category.getId(),
                criteria,
                asked -> plain.findExplicitProductsByCategory(category, asked));
    }

    @Override
    public ProductSearchResult findProductsByQuery(String query, ProductSearchCriteria criteria)
            throws ServiceException {
        return list("search " + query, criteria, asked -> plain.findProductsByQuery(query, asked));
    }

    @Override
    public ProductSearchResult findProductsByCategoryAndQuery(
            Category category, String query, ProductSearchCriteria criteria) throws ServiceException {
        return list(
                "category " + category.getId() + " search " + query,
                criteria,
                asked -> plain.findProductsByCategoryAndQuery(category, query, asked));
    }

    @Override
    public void rebuildIndex() throws ServiceException, IOException {
        plain.rebuildIndex();
    }

    @Override
    public List<SearchFacetDTO> getSearchFacets() {
        return plain.getSearchFacets();
    }

    @Override
    public List<SearchFacetDTO> getCategoryFacets(Category category) {
        return plain.getCategoryFacets(category);
    }

    private ProductSearchResult list(String name, ProductSearchCriteria criteria, ListPersonalizer.Lookup lookup)
            throws ServiceException {
        return personalizer.get().list(name, criteria, lookup);
    }
}
