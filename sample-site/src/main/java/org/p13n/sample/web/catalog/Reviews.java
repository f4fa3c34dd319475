package org.p13n.sample.web.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.broadleafcommerce.core.rating.domain.RatingSummary;
import org.broadleafcommerce.core.rating.domain.ReviewDetail;
import org.broadleafcommerce.core.rating.service.RatingService;
import org.broadleafcommerce.core.rating.service.type.RatingSortType;
import org.broadleafcommerce.core.rating.service.type.RatingType;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.p13n.sample.web.page.Days;

/** What shoppers wrote about products, newest first. */
public final class Reviews {

    static final int LONGEST_TEXT = 1_000;
    static final int BEST = 5;

    private static final int SHOWN = 50;

    private final RatingService ratings;

    public Reviews(RatingService ratings) {
        this.ratings = ratings;
    }

    /** One shopper's opinion; {@code day} is for people, and nothing of the author but what they are called shows. */
    record Review(String author, int rating, String text, String day) {

        public String stars() {
            return "★".repeat(rating) + "☆".repeat(BEST - rating);
        }
    }

    /** All opinions on a product; {@code average} is one decimal, or null without any. */
    record All(String average, List<Review> reviews) {}

    All of(long productId) {
        String item = Long.toString(productId);
        RatingSummary summary = ratings.readRatingSummary(item, RatingType.PRODUCT);
        if (summary == null) {
            return new All(null, List.of());
        }
        List<ReviewDetail> newestFirst =
                new ArrayList<>(ratings.readReviews(item, RatingType.PRODUCT, 0, SHOWN - 1, RatingSortType.DEFAULT));
        Collections.reverse(newestFirst);
        double average =
                newestFirst.stream().mapToInt(Reviews::rating).average().orElse(0);
        return new All(
                newestFirst.isEmpty() ? null : String.format(Locale.US, "%.1f", average),
                newestFirst.stream().map(Reviews::review).toList());
    }

    void write(long productId, Customer author, int rating, String text) {
        ratings.reviewItem(Long.toString(productId), RatingType.PRODUCT, author, (double) rating, text);
    }

    private static Review review(ReviewDetail detail) {
        return new Review(
                author(detail.getCustomer()),
                rating(detail),
                detail.getReviewText(),
                Days.text(detail.getReviewSubmittedDate()));
    }

    private static int rating(ReviewDetail detail) {
        return Math.max(
                1, Math.min(BEST, (int) Math.round(detail.getRatingDetail().getRating())));
    }

    private static String author(Customer customer) {
        String name = customer.getFirstName() == null ? "A shopper" : customer.getFirstName();
        return customer.getCustomerAttributes().containsKey("simulated") ? name + " (simulated shopper)" : name;
    }
}
